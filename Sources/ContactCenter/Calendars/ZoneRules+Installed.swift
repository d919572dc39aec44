internal import Foundation

extension ZoneRules {
    /// Where tzdata lies.
    private static let folder = "/usr/share/zoneinfo"

    /// The rules of an IANA zone, such as `Europe/Berlin`, or of `UTC`, by the tzdata of this machine; nil when it has
    /// no such zone.
    public static func installed(_ name: String) -> ZoneRules? {
        guard isIANA(name), let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else { return nil }
        return ZoneRules(name: name, tzif: [UInt8](data))
    }

    /// Names of all zones, to suggest one; none where tzdata says nothing of them.
    static var installedNames: [String] {
        guard let data = FileManager.default.contents(atPath: "\(folder)/tzdata.zi") else { return [] }
        return String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard words.count > 2, words[0] == "Z" || words[0] == "L" else { return nil }
            let name = String(words[0] == "Z" ? words[1] : words[2])
            return isIANA(name) ? name : nil
        }.sorted()
    }

    /// tzdata also has abbreviations, such as `EST`, which know no daylight saving, and clocks that count leap seconds.
    private static func isIANA(_ name: String) -> Bool {
        guard name != "UTC", name != "GMT" else { return true }
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count > 1 && parts[0] != "right" && parts[0] != "posix"
            && parts.allSatisfy { part in
                part.first?.isLetter == true && part.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: ".") && $0 != 0 }
            }
    }
}
