import Foundation

/// One Swift file of the project, as the tidy rules read it.
struct SourceFile: Sendable {
    /// Path from the package's top, such as `Sources/Wire/WireReader.swift`.
    let path: String
    /// Lines as they stand in the file.
    let lines: [String]

    /// The folder right below `Sources`, or nil for files elsewhere.
    var target: String? {
        let parts = path.split(separator: "/")
        return parts.first == "Sources" && parts.count > 2 ? String(parts[1]) : nil
    }

    /// Lines without what stands behind `//`, numbered from 1.
    var code: [(number: Int, text: String)] {
        lines.enumerated().map { index, line in
            (index + 1, line.range(of: "//").map { String(line[..<$0.lowerBound]) } ?? line)
        }
    }

    /// Places, as `path:line`, where a line of code matches `pattern`.
    func places(of pattern: String) -> [String] {
        code.filter { $0.text.range(of: pattern, options: .regularExpression) != nil }.map { "\(path):\($0.number)" }
    }

    /// Functions and initialisers with the number of lines from signature to closing brace.
    var functions: [(line: Int, length: Int)] {
        var found: [(line: Int, length: Int)] = []
        for (index, line) in lines.enumerated() where Self.beginsFunction(line) {
            let indent = line.prefix { $0 == " " }
            let closing = indent + "}"
            guard let end = lines[index...].firstIndex(where: { $0 == closing || $0.hasPrefix(closing + " ") }) else {
                continue
            }
            let isOneLine = line.hasSuffix("}")
            found.append((index + 1, isOneLine ? 1 : end - index + 1))
        }
        return found
    }

    private static func beginsFunction(_ line: String) -> Bool {
        line.range(
            of: #"^ *([a-z@A-Z()]+ )*(func |init[?(<])"#, options: .regularExpression) != nil
    }
}

extension SourceFile {
    /// Every Swift file below `folders` of the package, in the order of their paths.
    static func all(in folders: [String]) throws -> [SourceFile] {
        let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try folders.flatMap { folder in
            let base = top.appending(path: folder)
            let names = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
            return try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
                let text = try String(contentsOf: base.appending(path: name), encoding: .utf8)
                return SourceFile(path: "\(folder)/\(name)", lines: text.components(separatedBy: "\n"))
            }
        }
    }
}
