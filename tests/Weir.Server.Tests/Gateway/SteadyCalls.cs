using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;

namespace Weir.Server.Tests.Gateway;

/// <summary>Calls a server through several keys, half of them streamed, each with a prompt of its own.</summary>
internal sealed class SteadyCalls(Uri address, IReadOnlyList<string> keys) : IDisposable
{
    /// <summary>Calls under way; further ones wait.</summary>
    public const int MostAtOnce = 200;

    private const int PromptCharacters = 6_000;
    private const int Words = 20_000;
    private const int TextCharacters = 2_000_000;

    private const int AtOnce = 16;

    private const string Messages = "\"messages\":[{\"role\":\"user\",\"content\":";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // What a caller may take an answer of each kind for whole by.
    private static readonly (string Path, string Head, string Tail, string LastWords)[] Kinds =
    [
        ("/api/v1/chat/completions", """{"model":"acme/stream","stream":true,"max_tokens":12,""" + Messages, "}]}", "data: [DONE]\n\n"),
        ("/api/v1/chat/completions", """{"model":"acme/small","max_tokens":12,""" + Messages, "}]}", "}"),
        ("/api/v1/responses", """{"model":"acme/stream","stream":true,"max_output_tokens":16,"input":""", "}", "\"type\":\"response.completed\""),
        ("/api/v1/messages", """{"model":"acme/small","max_tokens":12,""" + Messages, "}]}", "}"),
    ];

    private readonly HttpMessageInvoker _invoker = new(new SocketsHttpHandler { UseProxy = false });
    private readonly string _text = Text(new Random(20261123));
    private long _made;

    /// <summary>Calls that were not answered as a whole, and why.</summary>
    public ConcurrentQueue<string> Failures { get; } = new();

    public long Made => Volatile.Read(ref _made);

    /// <summary>So many calls, as fast as they are answered.</summary>
    public async Task AtOnceAsync(int calls)
    {
        var left = calls;
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            for (var number = Interlocked.Decrement(ref left); number >= 0; number = Interlocked.Decrement(ref left))
            {
                await CallAsync(number);
            }
        }));
        _made = 0;
    }

    /// <summary>Calls at a pace, whatever answers take, until it is stopped; returns when the last one is answered.</summary>
    public async Task PacedAsync(int callsASecond, CancellationToken stop)
    {
        using var slots = new SemaphoreSlim(MostAtOnce);
        var watch = Stopwatch.StartNew();
        for (var number = 0; !stop.IsCancellationRequested; number++)
        {
            var early = (TimeSpan.FromSeconds(1) / callsASecond * number) - watch.Elapsed;
            if (early > TimeSpan.Zero)
            {
                await Task.Delay(early, CancellationToken.None);
            }

            await slots.WaitAsync(CancellationToken.None);
            _ = ReturningAsync(slots, CallAsync(number));
        }

        for (var taken = 0; taken < MostAtOnce; taken++)
        {
            await slots.WaitAsync(CancellationToken.None);
        }
    }

    /// <summary>Reads the list of traces as somebody who watches it does, and what the server says of itself.</summary>
    public async Task<string> LookAsync()
    {
        try
        {
            _ = await AskAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(address, "/api/weir/traces?limit=20")), keys[0], "{");
            return await AskAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(address, "/metrics")), keys[0], "weir_traces_expired");
        }
        catch (Exception failure)
        {
            Failures.Enqueue(failure.ToString());
            return "";
        }
    }

    public void Dispose() => _invoker.Dispose();

    private static async Task ReturningAsync(SemaphoreSlim slots, Task call)
    {
        try
        {
            await call;
        }
        finally
        {
            _ = slots.Release();
        }
    }

    private async Task CallAsync(int number)
    {
        // A little more than a prompt further each time: no two of an hour begin at the same place.
        var kind = Kinds[number % Kinds.Length];
        var place = number * 7_001L % (TextCharacters - PromptCharacters);
        var body = $"{kind.Head}\"{number} {_text.AsSpan((int)place, PromptCharacters)}\"{kind.Tail}";
        try
        {
            var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, kind.Path));
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
            _ = await AskAsync(request, keys[number / Kinds.Length % keys.Count], kind.LastWords);
            _ = Interlocked.Increment(ref _made);
        }
        catch (Exception failure)
        {
            // An edge: whatever it was, the call was not answered.
            Failures.Enqueue(failure.ToString());
        }
    }

    private async Task<string> AskAsync(HttpRequestMessage request, string key, string lastWords)
    {
        using var patience = new CancellationTokenSource(Patience);
        using (request)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
            using var response = await _invoker.SendAsync(request, patience.Token);
            var text = await response.Content.ReadAsStringAsync(patience.Token);
            if (!response.IsSuccessStatusCode || !text.Contains(lastWords, StringComparison.Ordinal))
            {
                Failures.Enqueue($"{request.RequestUri?.AbsolutePath} answered {(int)response.StatusCode}: {text}");
            }

            return text;
        }
    }

    private static string Text(Random random)
    {
        var words = Enumerable.Range(0, Words).Select(_ => random.GetString("abcdefghijklmnopqrstuvwxyz", random.Next(2, 10))).ToArray();
        var text = new StringBuilder(TextCharacters + 16);
        while (text.Length < TextCharacters)
        {
            _ = text.Append(words[random.Next(Words)]).Append(' ');
        }

        return text.ToString(0, TextCharacters);
    }
}
