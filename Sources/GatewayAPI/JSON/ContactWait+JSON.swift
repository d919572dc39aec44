extension ContactWait: JSONWritable {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("position", position)
            writer.field("expectedWaitSeconds", expectedWaitSeconds)
        }
    }
}
