import ContactCenter
import GatewayAPI

extension StoredCustomer {
    /// A customer as the API shows it.
    init(_ view: CustomerView) {
        self.init(
            id: view.customer.id.name, label: view.customer.label, identities: view.customer.identities.map(\.text),
            attributes: view.customer.attributes.shown, preferredAgent: view.customer.preferredAgent?.name,
            lastVisit: view.lastVisit.map { LastVisit($0) })
    }
}

extension StoredCustomer.LastVisit {
    fileprivate init(_ visit: Visit) {
        self.init(
            at: DateTime(visit.at), contacts: visit.count, queue: visit.queue.name, agent: visit.agent?.name)
    }
}

extension Customer {
    /// Reads what is known of a customer from a body.
    ///
    /// - Throws: ``ProblemError`` with everything that is wrong.
    init(_ id: CustomerID, _ body: CustomerRequest, _ found: InputFaults) throws(ProblemError) {
        var faults = found
        let identities = body.identities ?? []
        if identities.count > Self.identityBound {
            faults.fault("identities", "A customer has at most \(Self.identityBound) identities.")
        }
        faults.bound(body.label, InputFaults.customerLength, "label")
        for identity in identities {
            if identity.isEmpty { faults.fault("identities", "An identity must not be empty.") }
            faults.bound(identity, InputFaults.customerLength, "identities")
        }
        self.init(
            id: id, label: body.label ?? "", identities: identities.map { CustomerIdentity($0) },
            attributes: faults.attributes(body.attributes, "attributes"),
            preferredAgent: body.preferredAgent.map { faults.name($0, "preferredAgent") })
        try faults.check()
    }
}
