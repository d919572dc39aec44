import Foundation

/// Numbers for people.
enum Phrase {
    /// Microseconds as milliseconds.
    static func milliseconds(_ microseconds: Int) -> String {
        let value = Double(microseconds) / 1_000
        return String(format: value < 10 ? "%.2f ms" : value < 100 ? "%.1f ms" : "%.0f ms", value)
    }

    static func percent(_ share: Double?) -> String {
        share.map { String(format: "%.1f %%", $0 * 100) } ?? "none"
    }

    static func seconds(_ seconds: Double?) -> String {
        seconds.map { String(format: $0 < 10 ? "%.2f s" : "%.1f s", $0) } ?? "none"
    }
}
