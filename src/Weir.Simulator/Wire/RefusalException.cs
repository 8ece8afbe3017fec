namespace Weir.Simulator.Wire;

/// <summary>Ends a request with an error before any answer was begun; caught in one place, <see cref="Router"/>.</summary>
internal sealed class RefusalException(ApiError error) : Exception(error.Message)
{
    public ApiError Error { get; } = error;
}
