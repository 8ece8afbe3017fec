namespace Weir.Gateway.Dispatch;

/// <summary>A dialect has no words for something in the request: the request's fault at this candidate, while another may still take it.</summary>
/// <param name="message">What cannot be said, where it stands, and what to send instead; shown to the caller behind the provider's name.</param>
public sealed class TranslationException(string message) : Exception(message);
