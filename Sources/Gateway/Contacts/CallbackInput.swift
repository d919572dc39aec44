import ContactCenter
import GatewayAPI

extension RequestCallback {
    /// Reads how a customer is to be called back, and notes what is wrong.
    ///
    /// - Parameter place: What the names of its fields begin with.
    init(_ body: CallbackRequest, _ faults: inout InputFaults, at place: String = "") {
        faults.bound(body.number, InputFaults.customerLength, "\(place)number")
        faults.bound(body.timeZone, InputFaults.customerLength, "\(place)timeZone")
        self.init(
            number: body.number, slot: body.slot.map { Timestamp(microseconds: $0.microseconds) },
            timeZone: body.timeZone)
    }
}
