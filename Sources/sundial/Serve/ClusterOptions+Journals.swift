import Center
import Cluster
import ClusterNATS
import Logging

extension ClusterOptions {
    /// Makes the journals of the cluster's partitions.
    func journals(over connection: NATSConnection, logger: Logger) -> JournalSource {
        @Sendable func journal(_ place: CenterLayout.Place, _ options: JetStreamOptions) -> JetStreamJournal {
            JetStreamJournal(partition: place.partition, connection: connection, options: options) { reason in
                logger.warning("journal's server", metadata: ["reason": "\(reason)"])
            }
        }
        return JournalSource(
            present: { [self] place in journal(place, self.journal(of: place)) },
            successor: { [self] place, generation, behind in
                var options = self.journal(of: place)
                options.generation = generation
                options.beginsBehind = behind
                return journal(place, options)
            })
    }
}
