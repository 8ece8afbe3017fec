namespace Weir.Gateway.Media;

/// <summary>An address of a request that is not fetched, or whose content is not what it should be: the caller's fault.</summary>
/// <param name="message">What is wrong with it; does not tell what stands inside the operator's network.</param>
public sealed class MediaException(string message) : Exception(message);
