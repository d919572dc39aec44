/// A message that wants an answer.
struct NATSRequest: Sendable {
    let subject: String
    var headers: [(name: String, value: String)] = []
    var bytes: [UInt8] = []
    /// How long to wait for the last answer.
    var patience: Duration
    /// Whether answers come until one of them carries a status; otherwise there is one.
    var hasManyAnswers = false

    /// About how many bytes it takes on the wire.
    var size: Int {
        headers.reduce(bytes.count + subject.utf8.count + 128) { $0 + $1.name.utf8.count + $1.value.utf8.count + 4 }
    }
}
