/// Finds what was probably meant by a misspelt name.
public enum Spelling {
    /// No more candidates than these are looked at.
    private static let candidateBound = 1_000

    /// The candidate nearest to `name`, when it is near enough to be meant; the first of several as near.
    ///
    /// Complexity: O(candidates × length²), for names of at most 64 scalars; longer ones get no suggestion.
    public static func suggestion(for name: String, among candidates: some Sequence<String>) -> String? {
        let wanted = Array(name.lowercased().unicodeScalars)
        guard (1...64).contains(wanted.count) else { return nil }
        var best: (name: String, distance: Int)?
        for candidate in candidates.prefix(candidateBound) {
            let letters = Array(candidate.lowercased().unicodeScalars)
            let bound = min(best.map { $0.distance - 1 } ?? .max, max(1, min(wanted.count, letters.count) / 3))
            guard abs(letters.count - wanted.count) <= bound else { continue }
            let found = distance(wanted, letters)
            if found <= bound { best = (candidate, found) }
        }
        return best?.name
    }

    /// A half sentence to go behind "… is not defined": the suggestion, or else what there is to choose from.
    public static func advice(for name: String, among candidates: [String]) -> String {
        if let suggestion = suggestion(for: name, among: candidates) { return "; did you mean `\(suggestion)`?" }
        guard !candidates.isEmpty, candidates.count <= 8 else { return "" }
        return "; there is \(candidates.map { "`\($0)`" }.joined(separator: ", "))"
    }

    /// Insertions, deletions, replacements and swaps of neighbours that turn one into the other (optimal string
    /// alignment).
    static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in 1...left.count {
            var current = [row]
            for column in 1...right.count {
                let cost = left[row - 1] == right[column - 1] ? 0 : 1
                var value = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + cost)
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    value = min(value, beforeLast[column - 2] + 1)
                }
                current.append(value)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
