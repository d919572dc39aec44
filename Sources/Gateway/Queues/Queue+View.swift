import ContactCenter
import GatewayAPI

extension Queue {
    /// A queue as the API shows it.
    init(_ view: QueueView) {
        self.init(
            id: view.id.name, label: view.label, isOpen: view.isOpen, waiting: view.waiting, offered: view.offered,
            connected: view.connected, oldest: view.oldest.map { DateTime($0) }, staffed: view.staffed,
            idle: view.idle, expectedWaitSeconds: view.expectedWait?.inSeconds, figures: QueueTotals(view.figures))
    }
}

extension QueueTotals {
    init(_ figures: QueueFigures) {
        self.init()
        opened = figures.opened
        answered = figures.answered
        answeredWithinThreshold = figures.answeredWithinThreshold
        abandoned = figures.abandoned
        abandonedWithinThreshold = figures.abandonedWithinThreshold
        timedOut = figures.timedOut
        completed = figures.completed
        refused = figures.refused
        serviceLevel.answered = figures.serviceLevelOfAnswered
        serviceLevel.offered = figures.serviceLevelOfOffered
        serviceLevel.offeredWithoutShortAbandons = figures.serviceLevelWithoutShortAbandons
        asaSeconds = figures.averageSpeedOfAnswer?.inSeconds
        ahtSeconds = figures.averageHandleTime?.inSeconds
    }
}
