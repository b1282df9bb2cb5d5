extension Events {
  /// 办理结果: what the department in charge writes back; nil while the event is not handled.
  ///
  /// In the words of such replies: found or not found, what was done, and whether the caller was told
  /// (the shares are those of ``steps(of:)``).
  package func result(of index: Int, by minute: Int32) -> String? {
    let steps = steps(of: index).known(at: minute)
    guard steps.handled != nil else { return nil }
    var draw = Draw(Draw.stream(seed, "event.result"), Int(list[index].key))
    let department = matter(of: index).department
    let told = draw.pick(["，已电话告知诉求人。", "，已与来电人沟通。", "，已回复。", "。"])
    if steps.isVoid {
      return draw.pick([
        "经\(department)工作人员现场核查，未发现所反映情况", "经核实，反映情况不属实", "现场查看时问题已不存在",
      ]) + told
    }
    if requestKind(of: index) == 1 {
      return draw.pick(["已就有关政策向诉求人解释说明", "\(department)已答复咨询事项", "已告知办理流程和所需材料"]) + told
    }
    let again = steps.wasReturned ? "经返工，" : ""
    return again
      + draw.pick([
        "\(department)已派员到现场处理", "情况属实，已责令当事人整改", "已安排人员处置完毕", "经现场核实，已完成整改",
        "\(department)已约谈责任人并督促落实",
      ]) + told
  }
}
