namespace Weir.Gateway.Dispatch;

/// <summary>How a call began: with an answer, or with a failure.</summary>
/// <param name="Status">HTTP status; null when there was no response.</param>
internal sealed record Beginning(int? Status, ILiveAnswer? Answer, AttemptFailure? Failure);
