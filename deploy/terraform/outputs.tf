# What callers of the module need.

output "url" {
  description = "Address of the service; the API is at /graphql below it."
  value       = google_cloud_run_v2_service.this.uri
}

output "graphql_url" {
  description = "Address to send GraphQL operations to."
  value       = "${google_cloud_run_v2_service.this.uri}/graphql"
}

output "name" {
  description = "Name of the service."
  value       = google_cloud_run_v2_service.this.name
}
