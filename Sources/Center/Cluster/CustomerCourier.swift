import Cluster
import ContactCenter
import Logging

/// Brings what other partitions know of customers to those that this node owns.
///
/// Each partition numbers what it decides: the one that administers the configuration which customers there are, every
/// one which of them came in to it. The owner of another asks it for what lies behind the number that is known already,
/// and gives that to its own partition, which journals it. Asking twice, or giving twice, is harmless.
struct CustomerCourier: Sendable {
    /// How often it is asked.
    private static let period: Duration = .seconds(1)
    /// How many times in a row while there is more; the others have their turn then.
    private static let rounds = 64

    let directory: CenterDirectory
    let hosts: PartitionHosts
    let businessClock: any BusinessClock
    let logger: Logger

    /// Carries until the task is cancelled; to be run where there are several partitions.
    func run() async {
        let clock = directory.system.clock
        while !Task.isCancelled {
            await withDiscardingTaskGroup { group in
                for partition in hosts.partitions {
                    for place in directory.reachable where place.partition != partition {
                        group.addTask { await carry(from: place, to: partition) }
                    }
                }
            }
            do { try await clock.sleep(until: clock.now + Self.period) } catch { return }
        }
    }

    /// What does not succeed now is tried again in the next round.
    private func carry(from place: CenterLayout.Place, to partition: PartitionID) async {
        do throws(CenterError) {
            let host = try hosts.host(of: partition)
            for _ in 0..<Self.rounds {
                guard try await fetch(from: place, to: host) else { return }
            }
        } catch {
            logger.debug(
                "customers not carried",
                metadata: ["from": "\(place.partition)", "to": "\(partition)", "reason": "\(error.message)"])
        }
    }

    /// - Returns: Whether there may be more.
    private func fetch(from place: CenterLayout.Place, to host: PartitionHost) async throws(CenterError) -> Bool {
        let number = place.floorNumber
        let isAdministering = place.partition == directory.layout.administering
        let known: UInt64? = try await host.read { floor, _ in
            isAdministering || floor.remembersVisits ? floor.customersLearned(from: number) : nil
        }
        guard let known else { return false }
        let news = try await directory.call(Self.period) {
            try await directory.partitionActor(place.partition).customerNews(after: known)
        }
        guard !news.changes.isEmpty else { return false }
        var random = SystemRandomNumberGenerator()
        let id = CommandID(time: businessClock.now(), random: &random)
        guard case .done = try await host.submit(Command(id: id, body: .learnCustomers(news))) else { return false }
        return true
    }
}
