using System.Threading.Channels;
using Weir.Gateway.Pipeline;
using Weir.Protocol.Errors;

namespace Weir.Server.Endpoints.Phoenix.Datasets;

/// <summary>How many uploads may be in memory at once: one takes some hundred megabytes at most.</summary>
/// <remarks>Who comes when all are taken waits, and is told to come back after a while.</remarks>
internal sealed class UploadSlots
{
    private const int Slots = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<int> _free = Channel.CreateBounded<int>(Slots);
    private readonly TimeProvider _time;

    public UploadSlots(TimeProvider time)
    {
        _time = time;
        for (var slot = 0; slot < Slots; slot++)
        {
            _ = _free.Writer.TryWrite(slot);
        }
    }

    /// <summary>Runs an upload when there is room for it.</summary>
    /// <exception cref="GatewayException">503: there is none.</exception>
    public async Task RunAsync(Func<Task> upload, CancellationToken cancellationToken)
    {
        var slot = await TakeAsync(cancellationToken);
        try
        {
            await upload();
        }
        finally
        {
            _ = _free.Writer.TryWrite(slot);
        }
    }

    private async Task<int> TakeAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await _free.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new GatewayException(GatewayError.Gateway(GatewayErrorCode.ServerBusy, "Other uploads are being read. Try again in a while."));
        }
    }
}
