# One connection as a Cloud Run service: secrets from Secret Manager, 2 to 50 nodes that share Redis.

locals {
  secrets = {
    for name, secret in {
      TWILIO_AUTH_TOKEN = var.auth_token
      REDIS_URL         = var.redis_url
      PROXY_PASSWORD    = var.proxy_password
    } : name => secret if secret != null
  }
  settings = {
    for name, value in {
      TWILIO_ACCOUNT_SID      = var.account_sid
      TWILIO_REGION           = var.twilio_region
      TWILIO_EDGE             = var.edge
      TWILIO_UPSTREAM_URL     = var.upstream_url
      PROXY_ENABLED           = var.proxy_enabled
      PROXY_HOST              = var.proxy_host
      PROXY_PORT              = var.proxy_port
      PROXY_AUTH_SCHEME       = var.proxy_auth_scheme
      PROXY_USER              = var.proxy_user
      PROXY_SSLTYPE           = var.proxy_ssltype
      TWILIO_TPS_PER_NODE     = var.tps_per_node
      TWILIO_TPS_ACCOUNT      = var.tps_account
      LOG_LEVEL               = var.log_level
      TWILIO_GRAPHQL_DRAIN_MS = 8000 # Cloud Run ends a node 10 seconds after SIGTERM.
    } : name => tostring(value) if value != null
  }
}

resource "google_cloud_run_v2_service" "this" {
  project     = var.project
  location    = var.region
  name        = var.name
  description = var.description
  labels      = var.labels

  template {
    labels                           = var.labels
    service_account                  = var.service_account
    max_instance_request_concurrency = 80
    timeout                          = "60s"

    scaling {
      min_instance_count = var.min_nodes
      max_instance_count = var.max_nodes
    }

    containers {
      image = var.image
      ports {
        container_port = 4000
      }
      resources {
        limits = {
          cpu    = "1"
          memory = "512Mi"
        }
        # Lookups of unknown outcomes go on between requests.
        cpu_idle = false
      }
      startup_probe {
        period_seconds    = 1
        failure_threshold = 30
        http_get {
          path = "/health/live"
        }
      }
      liveness_probe {
        http_get {
          path = "/health/live"
        }
      }
      dynamic "env" {
        for_each = local.settings
        content {
          name  = env.key
          value = env.value
        }
      }
      dynamic "env" {
        for_each = local.secrets
        content {
          name = env.key
          value_source {
            secret_key_ref {
              secret  = env.value.secret
              version = env.value.version
            }
          }
        }
      }
    }
  }

  lifecycle {
    precondition {
      condition     = var.min_nodes <= var.max_nodes
      error_message = "min_nodes must not be above max_nodes."
    }
    precondition {
      condition     = (var.twilio_region == null) == (var.edge == null)
      error_message = "twilio_region and edge only work together."
    }
  }

  depends_on = [google_secret_manager_secret_iam_member.reader]
}

resource "google_secret_manager_secret_iam_member" "reader" {
  for_each  = local.secrets
  project   = var.project
  secret_id = each.value.secret
  role      = "roles/secretmanager.secretAccessor"
  member    = "serviceAccount:${var.service_account}"
}

resource "google_cloud_run_v2_service_iam_member" "invoker" {
  for_each = var.invokers
  project  = var.project
  location = var.region
  name     = google_cloud_run_v2_service.this.name
  role     = "roles/run.invoker"
  member   = each.value
}
