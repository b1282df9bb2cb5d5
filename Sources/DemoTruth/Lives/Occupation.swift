/// What people work as, by classes of GB/T 6565-2015.
package enum Occupation: UInt8, Sendable, CaseIterable {
  case official, engineer, doctor, teacher, lawyerOrAccountant, artist
  case clerk, policeman
  case shopAssistant, driver, courier, cook, waiter, guardOrCleaner, agent, hairdresser, carer
  case itService, electricianOrPlumber
  case farmer, fisher
  case textileWorker, metalWorker, electronicsWorker, machineOperator, builder, printer, foodWorker

  /// The code of the class: digit of the major group and two of the middle one.
  package var code: String { Self.table[Int(rawValue)].0 }
  /// The words of the class.
  package var label: String { Self.table[Int(rawValue)].1 }

  private static let table: [(String, String)] = [
    ("1-02", "国家机关负责人"), ("2-02", "工程技术人员"), ("2-05", "卫生专业技术人员"), ("2-08", "教学人员"),
    ("2-06", "经济和金融专业人员"), ("2-09", "文学艺术、体育专业人员"), ("3-01", "办事人员"),
    ("3-02", "安全和消防人员"), ("4-01", "批发与零售服务人员"), ("4-02", "道路运输服务人员"),
    ("4-02", "快递服务人员"), ("4-03", "餐饮服务人员"), ("4-03", "住宿服务人员"), ("4-09", "环境治理服务人员"),
    ("4-06", "房地产服务人员"), ("4-10", "居民服务人员"), ("4-10", "养老护理服务人员"), ("4-04", "信息技术服务人员"),
    ("4-11", "供电、供水服务人员"), ("5-01", "农业生产人员"), ("5-04", "渔业生产人员"), ("6-04", "纺织、针织人员"),
    ("6-18", "机械制造基础加工人员"), ("6-25", "电子设备制造人员"), ("6-30", "机械设备操作人员"),
    ("6-29", "建筑施工人员"), ("6-08", "印刷人员"), ("6-01", "农副产品加工人员"),
  ]

  /// By education: of those with a degree, with a senior school, and the others (after the 2020
  /// census' tables of occupations of urban areas, rounded).
  static let ofGraduates: [(Occupation, Int)] = [
    (.engineer, 20), (.clerk, 18), (.teacher, 9), (.doctor, 6), (.lawyerOrAccountant, 12),
    (.itService, 8), (.shopAssistant, 9), (.official, 2), (.artist, 2), (.policeman, 3),
    (.agent, 5),
    (.machineOperator, 3), (.electronicsWorker, 3),
  ]
  static let ofSeniors: [(Occupation, Int)] = [
    (.shopAssistant, 20), (.clerk, 9), (.driver, 9), (.cook, 5), (.waiter, 4),
    (.electronicsWorker, 9),
    (.metalWorker, 9), (.machineOperator, 8), (.courier, 5), (.hairdresser, 4), (.agent, 4),
    (.electricianOrPlumber, 4), (.policeman, 3), (.builder, 4), (.textileWorker, 3),
  ]
  static let ofOthers: [(Occupation, Int)] = [
    (.builder, 13), (.textileWorker, 13), (.metalWorker, 11), (.shopAssistant, 13),
    (.guardOrCleaner, 12), (.driver, 7), (.cook, 6), (.waiter, 5), (.electronicsWorker, 6),
    (.machineOperator, 6), (.courier, 3), (.carer, 3), (.foodWorker, 3), (.printer, 1),
    (.farmer, 6),
    (.fisher, 1),
  ]
}
