internal import Yams

/// Finds where a key is written for the second time.
///
/// The parser gives up at the first key that it meets twice and tells only where it stood first. So that the rest
/// of the file is read nevertheless, the second one is looked for in the text, reported, and painted over with a
/// character for private use, which readers pass over.
struct DuplicateKey {
    /// How many of one file are reported one by one, at most.
    static let bound = 50
    /// The file is parsed anew for each of them: so many bytes are parsed in all.
    static let byteBound = 4 * 1_048_576
    /// What the first of them is painted with; the next take the characters that follow.
    static let paint: UInt32 = 0xE000

    /// Index of the line, from 0.
    let line: Int
    /// Indexes in the line, quotes included.
    let columns: Range<Int>

    /// Whether a key was painted over.
    static func isPaint(_ key: String) -> Bool {
        key.unicodeScalars.first.map(isPaint) ?? false
    }

    /// Whether keys are painted over with this character; files may not contain it.
    static func isPaint(_ scalar: Unicode.Scalar) -> Bool {
        (paint..<paint + UInt32(bound)).contains(scalar.value)
    }

    /// Looks behind the first occurrence, which stands at `line` and `column`, both from 0.
    init?(of key: String, behind line: Int, _ column: Int, in lines: [[Unicode.Scalar]]) {
        let spellings = [key, "\"\(key)\"", "'\(key)'"].map { Array($0.unicodeScalars) }
        let found =
            Self.isFlow(line, column, in: lines)
            ? Self.findInFlow(spellings, line, column, in: lines)
            : Self.findInBlock(spellings, line, column, in: lines)
        guard let found else { return nil }
        self = found
    }

    private init(line: Int, columns: Range<Int>) {
        self.line = line
        self.columns = columns
    }

    private static func isFlow(_ line: Int, _ column: Int, in lines: [[Unicode.Scalar]]) -> Bool {
        var before = lines[line].prefix(column).last { $0 != " " }
        var index = line
        while before == nil, index > 0 {
            index -= 1
            before = lines[index].last { $0 != " " }
        }
        return before == "{" || before == ","
    }

    /// Keys of one block mapping begin in the same column.
    private static func findInBlock(
        _ spellings: [[Unicode.Scalar]], _ first: Int, _ column: Int, in lines: [[Unicode.Scalar]]
    ) -> DuplicateKey? {
        for index in (first + 1)..<max(first + 1, lines.count) {
            let line = lines[index]
            guard let indent = line.firstIndex(where: { $0 != " " }), line[indent] != "#" else { continue }
            if indent < column { return nil }
            if indent == column, let end = keyEnd(spellings, in: line, at: column) {
                return DuplicateKey(line: index, columns: column..<end)
            }
        }
        return nil
    }

    /// Keys of one flow mapping follow `{` or `,`, with all brackets in between closed again.
    private static func findInFlow(
        _ spellings: [[Unicode.Scalar]], _ first: Int, _ column: Int, in lines: [[Unicode.Scalar]]
    ) -> DuplicateKey? {
        var depth = 0
        var mayBegin = false
        var quote: Unicode.Scalar?
        for index in first..<lines.count {
            let line = lines[index]
            for place in (index == first ? column : 0)..<max(line.count, index == first ? column : 0) {
                let scalar = line[place]
                if let open = quote {
                    if scalar == open { quote = nil }
                    continue
                }
                if mayBegin, depth == 0, scalar != " ", let end = keyEnd(spellings, in: line, at: place) {
                    return DuplicateKey(line: index, columns: place..<end)
                }
                switch scalar {
                case "\"", "'": quote = scalar
                case "{", "[": depth += 1
                case "}", "]": depth -= 1
                default: break
                }
                if depth < 0 { return nil }
                if scalar != " " { mayBegin = scalar == "," }
            }
        }
        return nil
    }

    /// Where one of the spellings ends that begins at `start` and is followed by `:`.
    private static func keyEnd(_ spellings: [[Unicode.Scalar]], in line: [Unicode.Scalar], at start: Int) -> Int? {
        for spelling in spellings where line[start...].starts(with: spelling) {
            let end = start + spelling.count
            if line[end...].first(where: { $0 != " " }) == ":" { return end }
        }
        return nil
    }
}

extension YAMLText {
    /// Reports a key's second occurrence and paints it over; false when it is not found, or too many were.
    mutating func repair(_ key: String, at mark: Mark, reportingTo log: ProblemLog) -> Bool {
        let first = ProblemLog.Place(line: mark.line, column: mark.column)
        let paint = DuplicateKey.paint + UInt32(log.problems.count)
        let bound = min(DuplicateKey.bound, DuplicateKey.byteBound / max(1, byteCount))
        guard log.problems.count < bound, !key.isEmpty, lines.indices.contains(mark.line - 1),
            lines[mark.line - 1].count >= mark.column, let scalar = Unicode.Scalar(paint),
            let found = DuplicateKey(of: key, behind: mark.line - 1, mark.column - 1, in: lines)
        else {
            log.report("key `\(key)` is written more than once in this mapping", at: first, path: "")
            return false
        }
        replace(found.columns, ofLine: found.line, by: scalar)
        log.report(
            "key `\(key)` is written a second time; the first is on line \(first.line)",
            at: .init(line: found.line + 1, column: found.columns.lowerBound + 1), path: key)
        return true
    }
}
