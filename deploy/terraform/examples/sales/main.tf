# One connection with the smallest number of nodes, behind a proxy with a password.

module "sales" {
  source = "../.."

  name            = "sales"
  description     = "Numbers and messages of the shops"
  labels          = { team = "sales" }
  project         = "my-project"
  image           = "us-east1-docker.pkg.dev/my-project/images/twilio-graphql:0.1.0"
  service_account = "twilio-graphql@my-project.iam.gserviceaccount.com"

  account_sid = "AC0123456789abcdef0123456789abcdef"
  auth_token  = { secret = "twilio-auth-token", version = "3" }
  redis_url   = { secret = "redis-url" }
  tps_account = 100
  log_level   = "info"

  proxy_enabled     = true
  proxy_host        = "proxy.example.com"
  proxy_port        = 3128
  proxy_auth_scheme = "DIGEST"
  proxy_user        = "jane"
  proxy_password    = { secret = "proxy-password" }
}

output "graphql_url" {
  description = "Address to send GraphQL operations to."
  value       = module.sales.graphql_url
}
