extension Invocation.Verb {
    /// Its name in a history.
    var name: String {
        switch self {
        case .open: "open"
        case .abandon: "abandon"
        case .hold: "hold"
        case .resume: "resume"
        case .complete: "complete"
        case .finishWrapUp: "finish-wrap-up"
        case .requeue: "requeue"
        case .end: "end"
        case .transferToQueue: "transfer-to-queue"
        case .transferToAgent: "transfer-to-agent"
        case .completeTransfer: "complete-transfer"
        case .cancelTransfer: "cancel-transfer"
        case .updateAttributes: "update-attributes"
        case .callback: "callback"
        case .accept: "accept"
        case .reject: "reject"
        case .signIn: "sign-in"
        case .signOut: "sign-out"
        case .setAvailability: "set-availability"
        case .setCapacity: "set-capacity"
        }
    }
}
