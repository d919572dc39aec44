extension StreamState: JSONWritable {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.name("agents")
            writer.array(agents) { $1.write(to: &$0) }
            writer.name("contacts")
            writer.array(contacts) { $1.write(to: &$0) }
            writer.name("offers")
            writer.array(offers) { $1.write(to: &$0) }
            writer.name("queues")
            writer.array(queues) { $1.write(to: &$0) }
        }
    }
}

extension ConfiguredEvent: JSONWritable {
    package func write(to writer: inout JSONWriter) {
        writer.object { $0.field("version", version) }
    }
}
