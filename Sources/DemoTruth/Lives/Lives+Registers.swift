/// The registers (户) and who is in them.
extension Lives {
  /// The registrations of a register on a day, in the order of the people.
  package func registrations(inRegister register: Int, on day: Int32) -> [Registration] {
    registerOrder[registerIndex[register]].map { registrations[Int($0)] }.filter {
      $0.holds(on: day)
    }
  }

  /// 户主 on a day: the one who is registered as the head, else the eldest who is there; nil for a
  /// collective register and for an empty one.
  package func head(ofRegister register: Int, on day: Int32) -> Int32? {
    guard !registers[register].isCollective else { return nil }
    let members = registrations(inRegister: register, on: day)
    if let head = members.first(where: { $0.relation == 2 }) { return head.person }
    return members.min {
      (people.persons[Int($0.person)].birth, $0.person)
        < (people.persons[Int($1.person)].birth, $1.person)
    }?.person
  }

  /// Whether a person lives where the register is (人户一致) on a day; nil for those who are not
  /// registered here or do not live here.
  package func livesWhereRegistered(_ person: Int, on day: Int32) -> Bool? {
    guard let home = residence(of: person, on: day),
      let registration = registration(of: person, on: day)
    else { return nil }
    return registers[Int(registration.register)].dwelling == home.dwelling
  }
}
