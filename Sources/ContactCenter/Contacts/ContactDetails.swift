/// What a contact brings along and nothing in its way depends on but its class.
struct ContactDetails: Sendable {
    var customer: String?
    var attributes = Attributes()
    var disposition: DispositionCode?
}
