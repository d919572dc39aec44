import Cluster
import ContactCenter
import Logging

/// Brings the configuration to where it is needed: from the partition that administers it to every other, and to
/// this node's directory.
///
/// A new configuration is put into force at the administering partition first and gets its version there. That
/// partition's owner then carries it to each other partition that has an older version; a partition goes from version
/// to version upwards only, and may pass some over. One that refuses it (it still needs what is left out) is asked
/// again until it takes it, and goes on with what it has meanwhile.
struct ConfigurationCourier: Sendable {
    /// How often versions are compared.
    static let period: Duration = .seconds(1)

    let directory: CenterDirectory
    let routing: ClusterRouting
    let hosts: PartitionHosts
    let businessClock: any BusinessClock
    let logger: Logger

    private var layout: CenterLayout { directory.layout }

    /// Carries until the task is cancelled.
    func run() async {
        let clock = directory.system.clock
        while !Task.isCancelled {
            // What does not succeed now is tried again in the next round.
            do throws(CenterError) { try await carry() } catch {
                logger.debug("configuration not carried", metadata: ["reason": "\(error.message)"])
            }
            do { try await clock.sleep(until: clock.now + Self.period) } catch { return }
        }
    }

    private func carry() async throws(CenterError) {
        guard layout.places.count > 1 else { return }
        guard try await version(of: layout.administering) > routing.homes.version || isAdministering else { return }
        let found = try await directory.configuration()
        routing.homes.learn(found)
        guard isAdministering, let configuration = found.configuration else { return }
        let wish = Configure(configuration: configuration, source: found.source, version: found.version)
        for place in layout.places.dropFirst() {
            // One that cannot be reached now holds no other up.
            do throws(CenterError) {
                if try await version(of: place.partition) < found.version { try await give(wish, to: place.partition) }
            } catch {
                logger.debug(
                    "configuration not carried",
                    metadata: ["partition": "\(place.partition)", "reason": "\(error.message)"])
            }
        }
    }

    private var isAdministering: Bool { hosts.partitions.contains(layout.administering) }

    private func version(of partition: PartitionID) async throws(CenterError) -> Int {
        try await directory.call(Self.period) { try await directory.partitionActor(partition).configurationVersion() }
    }

    private func give(_ wish: Configure, to partition: PartitionID) async throws(CenterError) {
        var random = SystemRandomNumberGenerator()
        let command = Command(id: CommandID(time: businessClock.now(), random: &random), body: .configure(wish))
        let result = try await directory.call(Self.period) {
            try await directory.partitionActor(partition).perform(command, within: nil)
        }
        guard case .refused(let refusal) = result else { return }
        logger.warning(
            "configuration refused", metadata: ["partition": "\(partition)", "reason": "\(refusal.message)"])
    }
}
