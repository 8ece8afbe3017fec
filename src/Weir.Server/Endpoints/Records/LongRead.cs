using Weir.Gateway.Pipeline;
using Weir.Protocol.Errors;

namespace Weir.Server.Endpoints.Records;

/// <summary>Reads that have a time budget, for answers that say so when it is used up.</summary>
internal static class LongRead
{
    /// <exception cref="GatewayException">408.</exception>
    public static async Task<T> RunAsync<T>(ValueTask<T> read)
    {
        try
        {
            return await read;
        }
        catch (TimeoutException)
        {
            throw new GatewayException(GatewayError.Client(
                GatewayErrorCode.RequestTimeout, "Operation timed out. Ask for a shorter time, with fewer dimensions, or try again later."));
        }
    }
}
