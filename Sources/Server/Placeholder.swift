import Hummingbird
enum ServerPlaceholder { static func r() { _ = Router() } }
