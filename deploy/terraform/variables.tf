# The settings of one connection, under the names that they have in the server's file of connections.

variable "name" {
  description = "Name of the connection, which is also that of the Cloud Run service."
  type        = string
  validation {
    condition     = can(regex("^[a-z](?:[a-z0-9-]{0,47}[a-z0-9])?$", var.name))
    error_message = "The name must have at most 49 lower-case letters, digits and hyphens, start with a letter and end with a letter or digit."
  }
}

variable "description" {
  description = "What the connection is for."
  type        = string
  default     = null
}

variable "labels" {
  description = "Your own labels, as names and texts."
  type        = map(string)
  default     = {}
}

variable "project" {
  description = "Google Cloud project in which the service and the secrets are."
  type        = string
}

variable "region" {
  description = "Google Cloud region in which the service runs. Twilio's own region is twilio_region."
  type        = string
  default     = "us-east1"
}

variable "image" {
  description = "Image of the server, built with deploy/container/Dockerfile."
  type        = string
}

variable "service_account" {
  description = "E-mail address of the service account that the service runs as. The module lets it read the secrets."
  type        = string
}

variable "invokers" {
  description = "Members that may call the service, such as serviceAccount:web@my-project.iam.gserviceaccount.com."
  type        = set(string)
  default     = []
}

variable "min_nodes" {
  description = "Smallest number of nodes. Each node has its own limit of upstream calls per second."
  type        = number
  default     = 2
  validation {
    condition     = var.min_nodes >= 1 && var.min_nodes <= 50 && floor(var.min_nodes) == var.min_nodes
    error_message = "The smallest number of nodes must be a whole number from 1 to 50."
  }
}

variable "max_nodes" {
  description = "Largest number of nodes."
  type        = number
  default     = 50
  validation {
    condition     = var.max_nodes >= 1 && var.max_nodes <= 50 && floor(var.max_nodes) == var.max_nodes
    error_message = "The largest number of nodes must be a whole number from 1 to 50."
  }
}

variable "account_sid" {
  description = "Account SID."
  type        = string
  validation {
    condition     = can(regex("^AC[0-9a-fA-F]{32}$", var.account_sid))
    error_message = "The account SID must be AC and 32 hexadecimal digits."
  }
}

variable "auth_token" {
  description = "Secret in Secret Manager that contains the account's Auth Token, and its version."
  type = object({
    secret  = string
    version = optional(string, "latest")
  })
}

variable "redis_url" {
  description = "Secret in Secret Manager that contains the URL of the Redis that all nodes share, and its version."
  type = object({
    secret  = string
    version = optional(string, "latest")
  })
}

variable "twilio_region" {
  description = "Twilio region. Requires the edge."
  type        = string
  default     = null
  validation {
    condition     = var.twilio_region == null || can(regex("^[a-z]{2}\\d{1,2}$", var.twilio_region))
    error_message = "The region must be a region of Twilio, such as ie1."
  }
}

variable "edge" {
  description = "Twilio edge. Requires the region."
  type        = string
  default     = null
  validation {
    condition     = var.edge == null || can(regex("^[a-z][a-z0-9-]*$", var.edge))
    error_message = "The edge must be an edge of Twilio, such as dublin."
  }
}

variable "upstream_url" {
  description = "Origin that receives every call instead of Twilio."
  type        = string
  default     = null
}

variable "proxy_enabled" {
  description = "Whether calls go through a proxy."
  type        = bool
  default     = null
}

variable "proxy_host" {
  description = "Host of the proxy."
  type        = string
  default     = null
}

variable "proxy_port" {
  description = "Port of the proxy."
  type        = number
  default     = null
  validation {
    condition     = var.proxy_port == null || try(var.proxy_port >= 1 && var.proxy_port <= 65535, false)
    error_message = "The port must be a whole number from 1 to 65535."
  }
}

variable "proxy_auth_scheme" {
  description = "How to authenticate with the proxy. Default: BASIC if a user is set, otherwise NONE."
  type        = string
  default     = null
  validation {
    condition     = var.proxy_auth_scheme == null || try(contains(["BASIC", "DIGEST", "NONE"], var.proxy_auth_scheme), false)
    error_message = "The scheme must be BASIC, DIGEST or NONE."
  }
}

variable "proxy_user" {
  description = "User name for the proxy."
  type        = string
  default     = null
  validation {
    condition     = var.proxy_user == null || can(regex("^[^:]+$", var.proxy_user))
    error_message = "The user must be a name without a colon."
  }
}

variable "proxy_password" {
  description = "Secret in Secret Manager that contains the password for the proxy, and its version."
  type = object({
    secret  = string
    version = optional(string, "latest")
  })
  default = null
}

variable "proxy_ssltype" {
  description = "AUTO and NEVER connect to the proxy without TLS, ALWAYS with TLS; TUNNEL also tunnels http upstreams."
  type        = string
  default     = "AUTO"
  validation {
    condition     = contains(["AUTO", "ALWAYS", "NEVER", "TUNNEL"], var.proxy_ssltype)
    error_message = "The type must be AUTO, ALWAYS, NEVER or TUNNEL."
  }
}

variable "tps_per_node" {
  description = "Calls to Twilio that one node may start per second; further calls wait."
  type        = number
  default     = 25
  validation {
    condition     = var.tps_per_node >= 1 && var.tps_per_node <= 1000
    error_message = "The number must be a whole number from 1 to 1000."
  }
}

variable "tps_account" {
  description = "Calls to Twilio that all nodes together may start per second."
  type        = number
  default     = null
  validation {
    condition     = var.tps_account == null || try(var.tps_account >= 1 && var.tps_account <= 100000, false)
    error_message = "The number must be a whole number from 1 to 100000."
  }
}

variable "log_level" {
  description = "Level of the log: fatal, error, warn, info or debug."
  type        = string
  default     = "error"
  validation {
    condition     = contains(["fatal", "error", "warn", "info", "debug"], var.log_level)
    error_message = "The level must be fatal, error, warn, info or debug."
  }
}
