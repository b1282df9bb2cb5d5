import Foundation
import Hummingbird

/// `/`, `/assets/…` and `/openapi.json`: the map, its files, and the description of the service.
struct PageRoutes: Sendable {
  let files: PublicFiles

  var routes: [Route] {
    [
      .get("/", "map") { request, _ in try files.response(to: request, "index.html") },
      .get("/openapi.json", "description") { request, _ in
        try files.response(to: request, "openapi.json")
      },
      .get("/assets/{file}", "asset") { request, context in
        try files.response(to: request, context.parameters.get("file") ?? "")
      },
      .get("/assets/leaflet/{file}", "leaflet") { request, context in
        try files.response(to: request, "leaflet/\(context.parameters.get("file") ?? "")")
      },
      .get("/assets/leaflet/images/{file}", "leafletImage") { request, context in
        try files.response(to: request, "leaflet/images/\(context.parameters.get("file") ?? "")")
      },
    ]
  }
}
