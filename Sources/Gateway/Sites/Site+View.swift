import ContactCenter
import GatewayAPI

extension Site {
    /// A site as the API shows it.
    init(_ view: SiteView) {
        self.init(
            id: view.id.name, timeZone: view.timeZone, isOpen: view.isOpen,
            changesAt: view.changesAt.map { DateTime($0) }, share: view.share, reason: view.reason,
            capacity: view.capacity, contacts: view.contacts, signedIn: view.signedIn, idle: view.idle)
    }
}
