import Foundation

/// How much memory the process has in use.
enum ResidentMemory {
    /// Bytes resident at this moment, by `/proc/self/statm`; 0 where there is no such file.
    static func bytes() -> Int {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return 0 }
        let fields = text.split(separator: " ")
        return fields.count > 1 ? (Int(fields[1]) ?? 0) * 4_096 : 0
    }
}
