import Files

extension OutputError {
  /// Why a file was not written, and what to do.
  var wording: Wording {
    switch self {
    case .unwritable(let path, let cause):
      Wording(
        "\(path): cannot be written (\(cause.wording.english)); check the folder and its permissions",
        "\(path)：无法写入（\(cause.wording.chinese)）；请检查文件夹及其权限")
    case .full(let path):
      Wording(
        "\(path): no space is left, and nothing was kept; free some space and run it again",
        "\(path)：磁盘空间不足，未保留任何内容；请腾出空间后重试")
    case .exists(let path):
      Wording(
        "\(path): exists already and is left as it is; name another",
        "\(path)：已存在，未作改动；请另取名称")
    case .partOfStore(let path, let store):
      Wording(
        "\(path): is the store \(store) itself or one of its own files; name another",
        "\(path)：就是数据库 \(store) 本身或其附属文件；请另取名称")
    case .isInput(let path):
      Wording(
        "\(path): is a file that is read here, and is left as it is; name another",
        "\(path)：正作为输入读取，未作改动；请另取名称")
    case .notAFile(let path, isLink: true):
      Wording(
        "\(path): is a link, which is left as it is; name the file itself",
        "\(path)：是链接，未作改动；请直接给出文件本身")
    case .notAFile(let path, isLink: false):
      Wording(
        "\(path): is a device, a pipe or a socket, which is left as it is; name a file",
        "\(path)：是设备、管道或套接字，未作改动；请给出文件名")
    }
  }
}
