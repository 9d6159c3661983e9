import type { components } from './schema';

type Schemas = components['schemas'];

/** The API's bodies by the names that the app uses for them. */
export type Plan = Schemas['PlanPlanView'];
export type PlanSummary = Schemas['PlanPlanSummaryView'];
/** A plan that is not stored: what a revision proposes. */
export type Trip = Schemas['PlanTripView'];
export type Day = Schemas['PlanDayView'];
export type Stop = Schemas['PlanStopView'];
export type Leg = Schemas['LegView'];
export type Weather = Schemas['WeatherView'];
export type Checks = Schemas['ChecksView'];
export type Check = Schemas['CheckView'];
export type Verdict = Check['verdict'];
export type Certificate = Schemas['CertificateView'];
export type Finding = Schemas['FindingView'];
export type Verification = Schemas['VerificationView'];
export type Revision = Schemas['PlanRevisionView'];
export type Change = Schemas['PlanChangeView'];
export type EditedStop = Schemas['EditedStop'];
export type Wish = Schemas['GenerateBodyInput'];
export type Place = Schemas['PlanPlaceView'];
export type Infeasible = Schemas['InfeasibleView'];
export type StageEvent = Schemas['StageEvent'];
export type StopEvent = Schemas['PlanStopEvent'];
export type Money = Schemas['Money'];
export type Currency = Money['currency'];
export type Position = Schemas['PlanPosition'];
export type Video = Schemas['VideoView'];
export type NewVideo = Schemas['VideoNewVideo'];
export type VideoChoice = Schemas['Choice'];
export type NewUpload = Schemas['NewUpload'];
export type Upload = Schemas['Upload'];
export type User = Schemas['User'];
export type UserChange = Schemas['UserChange'];
