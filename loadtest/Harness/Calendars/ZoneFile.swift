public import ContactCenter
import Foundation

/// A time zone of this machine's tzdata.
public struct ZoneFile: Sendable {
    /// Path below the folder of tzdata, such as `Europe/Berlin`.
    public let name: String
    /// What the file says.
    public let rules: ZoneRules

    private static let folder = "/usr/share/zoneinfo"

    public init(name: String, rules: ZoneRules) {
        self.name = name
        self.rules = rules
    }

    /// Every zone whose file differs from all others, by name.
    ///
    /// - Parameter names: Only these, alike or not; all when it is empty.
    /// - Throws: ``HarnessError/Code/file`` when tzdata is not there, or cannot be read.
    public static func distinct(_ names: [String] = []) throws(HarnessError) -> [ZoneFile] {
        var seen: Set<Data> = []
        var zones: [ZoneFile] = []
        for name in names.isEmpty ? try all() : names {
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)"),
                let rules = ZoneRules(name: name, tzif: [UInt8](data))
            else { throw HarnessError(.file, "\(folder)/\(name) cannot be read as a time zone; install tzdata.") }
            if seen.insert(data).inserted || !names.isEmpty { zones.append(ZoneFile(name: name, rules: rules)) }
        }
        return zones
    }

    /// Those of continents and oceans before names of old, clocks that count leap seconds left out.
    private static func all() throws(HarnessError) -> [String] {
        let found = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        let names = found.filter { name in
            !name.hasPrefix("right/") && !name.hasPrefix("posix/") && name != "localtime" && name != "posixrules"
                && FileManager.default.contents(atPath: "\(folder)/\(name)")?.starts(with: Data("TZif".utf8)) == true
        }
        guard !names.isEmpty else { throw HarnessError(.file, "There is no tzdata in \(folder); install it.") }
        return names.sorted { ($0.contains("/") ? 0 : 1, $0) < ($1.contains("/") ? 0 : 1, $1) }
    }
}
