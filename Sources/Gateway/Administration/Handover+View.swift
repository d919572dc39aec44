import Center
import Cluster
import GatewayAPI

extension GatewayAPI.Handover {
    /// A hand-over as the API shows it.
    init(_ handover: Center.Handover) {
        self.init(
            partition: handover.partition.description, from: handover.from.name, to: handover.to?.name,
            epoch: handover.epoch, seconds: handover.duration / .seconds(1))
    }
}
