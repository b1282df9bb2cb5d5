import Geometry
import Gewu

/// Where a position of a batch lies: all that a batch's reader needs of a locator.
typealias PositionAnswer = (status: GridStatus, code: String?)

/// Answers a position of a batch.
typealias PositionFinder = (Coordinate) -> PositionAnswer
