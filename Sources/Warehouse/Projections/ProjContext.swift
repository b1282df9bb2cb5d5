import CProj

/// A context of PROJ that is destroyed unless it is handed on.
struct ProjContext: ~Copyable {
  let pointer: OpaquePointer

  init() throws {
    guard let pointer = proj_context_create() else { throw CoordinateTransformError.noDatabase }
    proj_log_level(pointer, PJ_LOG_NONE)
    guard proj_context_get_database_path(pointer) != nil else {
      proj_context_destroy(pointer)
      throw CoordinateTransformError.noDatabase
    }
    self.pointer = pointer
  }

  deinit {
    proj_context_destroy(pointer)
  }

  consuming func release() -> OpaquePointer {
    let pointer = pointer
    discard self
    return pointer
  }

  var lastMessage: String {
    let code = proj_context_errno(pointer)
    guard code != 0, let text = proj_context_errno_string(pointer, code) else {
      return "PROJ gives no reason"
    }
    return String(cString: text)
  }
}
