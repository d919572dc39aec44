/// The text of a file by lines, as the parser counts them: looked over before it is parsed.
struct YAMLText {
    /// Without the line ends.
    private(set) var lines: [[Unicode.Scalar]]
    /// Size of the whole in UTF-8.
    let byteCount: Int

    init(_ source: String) {
        byteCount = source.utf8.count
        lines = [[]]
        guard byteCount <= YAMLDocument.sizeBound else { return }
        var previous: Unicode.Scalar?
        for scalar in source.unicodeScalars {
            defer { previous = scalar }
            switch scalar {
            case "\u{FEFF}" where previous == nil: continue
            case "\n" where previous == "\r": continue
            case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": lines.append([])
            default: lines[lines.count - 1].append(scalar)
            }
        }
    }

    /// The text to be parsed.
    var joined: String {
        var scalars = String.UnicodeScalarView()
        for (index, line) in lines.enumerated() {
            if index > 0 { scalars.append("\n") }
            scalars.append(contentsOf: line)
        }
        return String(scalars)
    }

    /// Where the character with that number in ``joined`` stands.
    func place(ofCharacter offset: Int) -> ProblemLog.Place {
        var line = 1
        var column = 1
        for character in joined.prefix(offset) {
            if character == "\n" { (line, column) = (line + 1, 1) } else { column += character.unicodeScalars.count }
        }
        return .init(line: line, column: column)
    }

    /// Reports what would mislead or overload the parser; false when it must not be run.
    func check(reportingTo log: ProblemLog) -> Bool {
        guard byteCount <= YAMLDocument.sizeBound else {
            let message = "the file has \(byteCount) bytes; at most \(YAMLDocument.sizeBound) are read"
            log.report(message, at: .init(line: 1, column: 1), path: "")
            return false
        }
        var isSound = true
        for (index, line) in lines.enumerated() {
            if let place = line.firstIndex(where: DuplicateKey.isPaint) {
                log.report("this character is not allowed", at: .init(line: index + 1, column: place + 1), path: "")
                isSound = false
            }
            guard let tab = line.prefix(while: { $0 == " " || $0 == "\t" }).firstIndex(of: "\t") else { continue }
            guard line.contains(where: { $0 != " " && $0 != "\t" }) else { continue }
            log.report(
                "the line is indented with a tab; use spaces", at: .init(line: index + 1, column: tab + 1), path: "")
            isSound = false
        }
        return checkAliases(reportingTo: log) && isSound
    }

    /// Aliases multiply what they stand for, and a key that holds one is expanded by the parser itself: few are
    /// allowed, and none in a key. May take a text for an alias, never an alias for a text.
    private func checkAliases(reportingTo log: ProblemLog) -> Bool {
        let aliases = lines.enumerated().flatMap { index, line in
            Self.aliases(in: line).map { ProblemLog.Place(line: index + 1, column: $0 + 1) }
        }
        guard let first = aliases.first else { return true }
        if aliases.count > YAMLDocument.aliasBound {
            let place = aliases[YAMLDocument.aliasBound]
            log.report("more than \(YAMLDocument.aliasBound) aliases; write the values out", at: place, path: "")
            return false
        }
        guard !lines.contains(where: Self.mayHoldCompoundKey) else {
            log.report("a file with keys that are not plain texts may not use aliases", at: first, path: "")
            return false
        }
        return true
    }

    private static func aliases(in line: [Unicode.Scalar]) -> [Int] {
        guard line.first(where: { $0 != " " }) != "#" else { return [] }
        return line.indices.filter { index in
            guard line[index] == "*", index + 1 < line.count, !isSpace(line[index + 1]) else { return false }
            return index == 0 || isSpace(line[index - 1]) || "[{,-:?".unicodeScalars.contains(line[index - 1])
        }
    }

    /// A key in brackets, an explicit key (`? `), or an alias as a key.
    private static func mayHoldCompoundKey(_ line: [Unicode.Scalar]) -> Bool {
        var last: Unicode.Scalar?
        for (index, scalar) in line.enumerated() {
            if scalar == "?" && (index + 1 == line.count || isSpace(line[index + 1])) { return true }
            if scalar == ":", last == "]" || last == "}" { return true }
            if !isSpace(scalar) { last = scalar }
        }
        return aliases(in: line).contains { start in
            line[start...].drop { !isSpace($0) && $0 != ":" }.first { !isSpace($0) } == ":"
                || line[start...].prefix { !isSpace($0) && $0 != "," && $0 != "]" && $0 != "}" }.last == ":"
        }
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }

    /// Replaces scalars of one line, as many as there were, so that all columns stay.
    mutating func replace(_ columns: Range<Int>, ofLine line: Int, by scalar: Unicode.Scalar) {
        lines[line].replaceSubrange(columns, with: repeatElement(scalar, count: columns.count))
    }
}
