import Center
import Cluster
import ContactCenter

/// Everything that is measured, in Prometheus' text format.
struct MetricsText {
    let queues: [QueueView]
    let agents: [AgentView]
    let figures: FloorFigures
    let status: PartitionStatus
    let streams: Int
    let requests: [(key: RequestMetrics.Key, seconds: BucketCounts)]

    var text: String {
        var page = MetricsPage()
        writeQueues(&page)
        writeAgents(&page)
        writePartition(&page)
        writeCommits(&page)
        writeRequests(&page)
        return page.text
    }

    private func writeQueues(_ page: inout MetricsPage) {
        let totals: [(String, String, KeyPath<QueueFigures, Int>)] = [
            ("contacts_opened_total", "Contacts that came in.", \.opened),
            ("contacts_answered_total", "Contacts connected to an agent.", \.answered),
            ("contacts_answered_within_threshold_total", "Contacts answered in time.", \.answeredWithinThreshold),
            ("contacts_abandoned_total", "Contacts whose customer left before an agent answered.", \.abandoned),
            ("contacts_timed_out_total", "Contacts that waited too long, or that a rule sent away.", \.timedOut),
            ("contacts_completed_total", "Contacts handled to their end.", \.completed),
            ("contacts_refused_total", "Contacts refused by a full, closed or empty queue.", \.refused),
        ]
        for (name, help, path) in totals {
            page.family("sundial_" + name, "counter", help)
            for queue in queues { page.sample([("queue", queue.id.name)], Double(queue.figures[keyPath: path])) }
        }
        let levels: [(String, String, KeyPath<QueueView, Int>)] = [
            ("contacts_waiting", "Contacts that wait.", \.waiting),
            ("contacts_offered", "Contacts offered to an agent.", \.offered),
            ("contacts_connected", "Contacts connected or held.", \.connected),
            ("agents_staffed", "Agents signed in that serve the queue.", \.staffed),
        ]
        for (name, help, path) in levels {
            page.family("sundial_queue_" + name, "gauge", help)
            for queue in queues { page.sample([("queue", queue.id.name)], Double(queue[keyPath: path])) }
        }
    }

    private func writeAgents(_ page: inout MetricsPage) {
        var counts: [String: Int] = [:]
        for agent in agents { counts["\(agent.availability.label) \(agent.work.name)", default: 0] += 1 }
        page.family("sundial_agents", "gauge", "Agents by availability and work state.")
        for (states, count) in counts.sorted(by: { $0.key < $1.key }) {
            let parts = states.split(separator: " ").map(String.init)
            page.sample([("availability", parts[0]), ("work", parts[1])], Double(count))
        }
    }

    private func writePartition(_ page: inout MetricsPage) {
        let partition = [("partition", status.partition.description)]
        let gauges: [(String, String, Double)] = [
            ("contacts_live", "Contacts that have not ended.", Double(figures.live)),
            ("sessions", "Sessions that are kept.", Double(figures.sessions)),
            ("results_kept", "Results kept for repeated commands.", Double(figures.results)),
            ("journal_position", "Sequence of the last durable record.", Double(status.position.value)),
            ("journal_waiting_records", "Records decided on and not yet durable.", Double(status.waitingRecords)),
            ("journal_room_low", "1 while the journal's store is low on room.", status.room == .low ? 1 : 0),
            ("outputs_waiting", "Answers that wait for the journal.", Double(status.waitingOutputs)),
            ("serving", "1 while the partition is served.", status.phase == .serving ? 1 : 0),
        ]
        for (name, help, value) in gauges {
            page.family("sundial_" + name, "gauge", help)
            page.sample(partition, value)
        }
        page.family("sundial_streams_open", "gauge", "Event streams that are open.")
        page.sample([], Double(streams))
    }

    private func writeCommits(_ page: inout MetricsPage) {
        let partition = [("partition", status.partition.description)]
        page.family(
            "sundial_commit_duration_seconds", "histogram",
            "How long a record took from the beginning of its append until it was durable.")
        page.histogram(partition, status.commits.seconds)
        page.family("sundial_commit_commands", "histogram", "Commands that a record held.")
        page.histogram(partition, status.commits.commands)
    }

    private func writeRequests(_ page: inout MetricsPage) {
        page.family("sundial_http_request_duration_seconds", "histogram", "How long requests took.")
        for (key, seconds) in requests {
            page.histogram([("route", key.route), ("method", key.method), ("status", String(key.status))], seconds)
        }
    }
}

extension AvailabilityState {
    /// The kind of state, without its reason.
    fileprivate var label: String {
        switch self {
        case .offline: "offline"
        case .available: "available"
        case .onBreak: "break"
        case .notReady: "not-ready"
        }
    }
}
