extension Queue: JSONWritable {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("id", id)
            writer.field("label", label)
            writer.field("isOpen", isOpen)
            writer.field("waiting", waiting)
            writer.field("offered", offered)
            writer.field("connected", connected)
            writer.field("oldest", oldest)
            writer.field("staffed", staffed)
            writer.field("idle", idle)
            writer.field("expectedWaitSeconds", expectedWaitSeconds)
            writer.name("figures")
            figures.write(to: &writer)
        }
    }
}

extension QueueTotals: JSONWritable {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("opened", opened)
            writer.field("answered", answered)
            writer.field("answeredWithinThreshold", answeredWithinThreshold)
            writer.field("abandoned", abandoned)
            writer.field("abandonedWithinThreshold", abandonedWithinThreshold)
            writer.field("timedOut", timedOut)
            writer.field("completed", completed)
            writer.field("refused", refused)
            writer.name("serviceLevel")
            writer.object { writer in
                writer.field("answered", serviceLevel.answered)
                writer.field("offered", serviceLevel.offered)
                writer.field("offeredWithoutShortAbandons", serviceLevel.offeredWithoutShortAbandons)
            }
            writer.field("asaSeconds", asaSeconds)
            writer.field("ahtSeconds", ahtSeconds)
        }
    }
}
