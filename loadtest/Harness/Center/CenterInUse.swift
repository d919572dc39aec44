import ConfigurationFile
import ContactCenter
import Foundation
import GatewayAPI
import GatewayClient
import NIOCore

/// The center that is played on: its configuration and its clock.
struct CenterInUse: Sendable {
    let configuration: CenterConfiguration
    let clock: Clock
    /// The body that ends a wrap-up.
    let wrapUpBody: [UInt8]
    private let thresholds: [QueueID: Int64]
    private let wrapUpLimits: [QueueID: Duration]

    /// The center's business time as it was read once, carried on by the run's clock.
    struct Clock: Sendable {
        let shown: Int64
        let read: NIODeadline
        let rate: Double

        func time(after microseconds: Int64) -> Timestamp {
            Timestamp(microseconds: shown + Int64(Double(microseconds) * rate))
        }
    }

    init(_ configuration: CenterConfiguration, clock: Clock) {
        self.configuration = configuration
        self.clock = clock
        let disposition = configuration.dispositions.first.map { #"{"disposition":"\#($0.code)"}"# } ?? "{}"
        wrapUpBody = Array(disposition.utf8)
        thresholds = Dictionary(
            configuration.queues.map { ($0.id, $0.serviceLevelThreshold.wholeMicroseconds) }
        ) { $1 }
        wrapUpLimits = Dictionary(
            configuration.queues.compactMap { queue in queue.wrapUpLimit.map { (queue.id, $0) } }
        ) { $1 }
    }

    /// The service-level threshold of a queue, in microseconds.
    func threshold(of queue: QueueID) -> Int64 { thresholds[queue] ?? 20_000_000 }

    /// Whether the requirements of any queue are widened with time.
    var hasRings: Bool { configuration.queues.contains { !$0.rings.isEmpty } }

    /// Whether contacts of a queue have a wrap-up at all.
    func hasWrapUp(_ queue: QueueID) -> Bool {
        (wrapUpLimits[queue] ?? configuration.settings.wrapUpLimit) != .zero
    }

    /// Puts the scenario's configuration into force, if it brings one, and reads what is in force.
    ///
    /// - Throws: ``HarnessError/Code/center`` when there is none, or the center does not take it.
    static func prepare(
        _ source: CenterSource, folder: String, client: GatewayClient
    ) async throws(HarnessError) -> CenterInUse {
        do {
            try await client.followCenterClock()
            switch source {
            case .current: break
            case .file(let path):
                let url = URL(filePath: path, relativeTo: URL(filePath: folder, directoryHint: .isDirectory))
                _ = try await client.apply(configuration: try String(contentsOf: url, encoding: .utf8))
            case .text(let text): _ = try await client.apply(configuration: text)
            case .generated(let generated): _ = try await client.apply(configuration: generated.source)
            }
            let text = try await client.configuration().source ?? ""
            let read = NIODeadline.now()
            let status = try await client.status()
            guard let configuration = ConfigurationFile.read(text).configuration else {
                throw HarnessError(.center, "The configuration in force cannot be read; is the harness older than it?")
            }
            let clock = Clock(shown: status.clock.now.microseconds, read: read, rate: status.clock.rate)
            return CenterInUse(configuration, clock: clock)
        } catch let error as HarnessError {
            throw error
        } catch {
            throw HarnessError(.center, "The center could not be made ready: \(error)", cause: error)
        }
    }
}
