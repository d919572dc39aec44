public import Foundation

/// Thresholds of a benchmark, which are kept in a file.
public protocol BenchmarkThresholds: Decodable {}

extension BenchmarkThresholds {
    /// Reads them from JSON.
    ///
    /// - Throws: ``CoreError/Code/thresholds``.
    public init(contentsOf file: URL) throws(CoreError) {
        do {
            self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: file))
        } catch {
            throw CoreError(
                .thresholds,
                "The thresholds in \(file.path) cannot be read: \(error). Name another file by --thresholds.")
        }
    }
}
