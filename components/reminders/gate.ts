/** What the browser does about notifications; given by the page, so that the settings can be tried without one. */
export interface NotificationGate {
  /** Asks the user. Must be called in the click itself. False when they refuse. */
  request(): Promise<boolean>;
  holds(): Promise<boolean>;
  release(): Promise<void>;
}
