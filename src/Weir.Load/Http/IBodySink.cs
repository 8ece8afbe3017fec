namespace Weir.Load.Http;

/// <summary>Takes the bytes of a body as they come.</summary>
internal interface IBodySink
{
    void Take(ReadOnlySpan<byte> bytes);
}
