import Center
import Cluster
import ContactCenter
import GatewayAPI

extension GatewayAPI.Finding {
    /// A finding as the API shows it.
    init(_ finding: ContactCenter.Finding, in partition: PartitionID) {
        let (subject, id) = Self.name(finding.subject, partition)
        self.init(
            subject: subject, id: id, severity: finding.severity.name, message: finding.message,
            repair: finding.repair.flatMap { Repair($0, finding.repairText) })
    }

    /// A finding about nodes and journals as the API shows it.
    init(_ finding: ClusterFinding) {
        let (subject, id) =
            switch finding.subject {
            case .node(let node): ("node", node.name)
            case .partition(let partition): ("partition", partition.description)
            case .cluster: ("cluster", "")
            }
        self.init(subject: subject, id: id, severity: finding.severity.name, message: finding.message)
    }

    private static func name(
        _ subject: ContactCenter.Finding.Subject, _ partition: PartitionID
    ) -> (String, String) {
        switch subject {
        case .contact(let contact): ("contact", contact.description)
        case .agent(let agent): ("agent", agent.name)
        case .queue(let queue): ("queue", queue.name)
        case .offer(let offer): ("offer", offer.description)
        case .floor: ("floor", partition.description)
        }
    }
}

extension GatewayAPI.Finding.Repair {
    /// The request that carries out a command; nil for a command that is no request without a body.
    fileprivate init?(_ body: Command.Body, _ text: String?) {
        let path: String? =
            switch body {
            case .requeue(let contact): "/v1/contacts/\(contact)/requeue"
            case .end(let contact): "/v1/contacts/\(contact)/end"
            case .abandon(let contact): "/v1/contacts/\(contact)/abandon"
            case .complete(let contact): "/v1/contacts/\(contact)/complete"
            case .resume(let contact): "/v1/contacts/\(contact)/resume"
            case .cancelTransfer(let contact): "/v1/contacts/\(contact)/cancel-transfer"
            case .reject(let offer): "/v1/offers/\(offer)/reject"
            case .signOut(let agent): "/v1/agents/\(agent)/sign-out"
            default: nil
            }
        guard let path else { return nil }
        self.init(description: text ?? "", method: "POST", path: path)
    }
}
