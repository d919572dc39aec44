import ContactCenter
import GatewayAPI

extension ContactWait {
    /// A forecast as the API shows it; nil for a contact that does not wait.
    init(_ forecast: WaitForecast?) {
        self.init(
            position: forecast?.position ?? 0, expectedWaitSeconds: forecast?.expectedWait?.inSeconds)
    }
}
