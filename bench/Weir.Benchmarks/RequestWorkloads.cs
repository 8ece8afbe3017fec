using Weir.Gateway.Chat;
using Weir.Gateway.Dispatch;
using Weir.Providers.OpenAiCompatible;
using Weir.Tests.Testing;

namespace Weir.Benchmarks;

/// <summary>From the body of a client to the body for an upstream of the same dialect.</summary>
internal static class RequestWorkloads
{
    public static IEnumerable<Workload> All()
    {
        var body = Samples.Request;
        var provider = new OpenAiCompatibleProvider();
        var endpoint = GatewaySamples.Endpoint();
        yield return new("request read", "Weir", 1, () => Done(ChatRequestReader.Read(body)));
        yield return new("request read", "object model", 1, () => Done(ObjectModel.ReadRequest(body)));
        yield return new("request read and written for upstream", "Weir", 1, () => Done(provider.Translate(new UpstreamCall
        {
            Request = ChatRequestReader.Read(body),
            Endpoint = endpoint,
            HashedUser = "2bd806c97f0e00af1a1fc3328fa763a9",
        })));
        yield return new("request read and written for upstream", "object model", 1, () => Done(ObjectModel.TranslateRequest(body)));
    }

    private static Task Done(object result)
    {
        GC.KeepAlive(result);
        return Task.CompletedTask;
    }
}
