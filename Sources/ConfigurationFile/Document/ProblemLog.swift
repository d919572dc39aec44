internal import ContactCenter

/// What has been found wrong with one document so far; shared by all its nodes.
final class ProblemLog {
    /// No more than this many are kept: behind them a file is noise.
    static let bound = 1_000

    private(set) var problems: [ConfigurationProblem] = []
    private var places: Set<Place> = []

    struct Place: Hashable {
        var line: Int
        var column: Int
    }

    /// Whether so few problems were found yet that it is worth the time to look for what was meant.
    var advises: Bool { problems.count < 100 }

    func report(_ message: String, at place: Place, path: String) {
        guard problems.count < Self.bound else { return }
        problems.append(ConfigurationProblem(line: place.line, column: place.column, path: path, message: message))
        places.insert(place)
    }

    /// Whether something was found wrong at exactly that place.
    func hasProblem(at place: Place) -> Bool { places.contains(place) }
}
