/// From which data sets, and from which of their fields, the register of addresses is made.
///
/// A city with other data sets writes a file of its own; nothing in the program knows a data set's name.
package struct RegisterRules: Sendable, Equatable {
  /// A data set each of whose rows is an address.
  package struct Source: Sendable, Equatable {
    package var dataset: String
    /// The field with the address's code.
    package var code: String
    /// The fields that together are the written address, from the whole to the part.
    package var text: [String]
    /// What is written before it where it begins below the district: the name of the fields' place.
    package var area: String?
    /// What the row's point marks: the name of a kind of position.
    package var position: String?
    /// The field with the status, and what its values mean: the name of a status each.
    package var status: Status?
    /// The first and the last day it holds.
    package var from: String?
    package var to: String?
    /// The code of the address that took its place, and of the main one.
    package var successor: String?
    package var main: String?
    /// Only rows in which fields have one of some values.
    package var conditions: [Condition]

    /// The fields that are read, each once, in a fixed order.
    package var fields: [String] {
      var seen: Set<String> = []
      return
        ([code] + text + [area, status?.field, from, to, successor, main].compactMap(\.self)
        + conditions.map(\.field)).filter { seen.insert($0).inserted }
    }
  }

  package struct Status: Sendable, Equatable {
    package var field: String
    /// The values that mean a status, by the status's name.
    package var values: [String: [String]]
  }

  package struct Condition: Sendable, Equatable {
    package var field: String
    package var values: [String]
  }

  /// A data set whose rows name roads, estates or villages, and what they were called before.
  package struct Names: Sendable, Equatable {
    package var dataset: String
    /// The field with the name that holds.
    package var name: String
    /// What it names: the name of a kind of element.
    package var element: String
    /// The field with former names, several apart by `;` `；` `、` or `,`; a day in brackets behind one is its last.
    package var former: String?
    /// The field with other names that hold beside it.
    package var second: String?
    package var conditions: [Condition]

    package var fields: [String] {
      var seen: Set<String> = []
      return ([name] + [former, second].compactMap(\.self) + conditions.map(\.field))
        .filter { seen.insert($0).inserted }
    }
  }

  /// Which divisions the district lies in and has.
  package struct Divisions: Sendable, Equatable {
    /// Those above the district, from the whole to the part: the name of a kind of element, and its own.
    package struct Above: Sendable, Equatable {
      package var kind: String
      package var name: String
    }

    package var above: [Above]
    /// The net whose cells are divisions.
    package var net: String?
    /// The kinds of element that its levels are, by the names of the levels.
    package var levels: [String: String]
  }

  package var path: String
  /// The text of the file, which a version of the register keeps.
  package var text: String
  /// The name of the grammar by which addresses are read.
  package var grammar: String
  package var divisions: Divisions
  package var sources: [Source]
  package var names: [Names]

  /// The statuses, kinds of element and kinds of position that a file may name.
  package struct Vocabulary: Sendable {
    package var statuses: [String]
    package var elements: [String]
    package var positions: [String]

    package init(statuses: [String], elements: [String], positions: [String]) {
      (self.statuses, self.elements, self.positions) = (statuses, elements, positions)
    }
  }
}
