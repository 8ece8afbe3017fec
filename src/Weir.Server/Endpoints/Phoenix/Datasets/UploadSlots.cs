using Weir.Gateway.Pipeline;
using Weir.Protocol.Errors;

namespace Weir.Server.Endpoints.Phoenix.Datasets;

/// <summary>How many uploads may be in memory at once: one takes some hundred megabytes at most.</summary>
/// <remarks>Who comes when all are taken waits, and is told to come back after a while.</remarks>
internal sealed class UploadSlots
{
    private const int Slots = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _free = new(Slots);

    /// <summary>Runs an upload when there is room for it.</summary>
    /// <exception cref="GatewayException">503: there is none.</exception>
    public async Task RunAsync(Func<Task> upload, CancellationToken cancellationToken)
    {
        if (!await _free.WaitAsync(Patience, cancellationToken))
        {
            throw new GatewayException(GatewayError.Gateway(GatewayErrorCode.ServerBusy, "Other uploads are being read. Try again in a while."));
        }

        try
        {
            await upload();
        }
        finally
        {
            _ = _free.Release();
        }
    }
}
