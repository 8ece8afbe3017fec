namespace Weir.Server.Tests.Testing;

/// <summary>Waits for what a server does by itself, for ten seconds at most.</summary>
internal static class Wait
{
    /// <summary>For what an event ends: on a busy machine it takes a while.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private const int Tries = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static async Task UntilAsync(Func<Task<bool>> isDone, string otherwise)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            if (await isDone())
            {
                return;
            }

            await Task.Delay(Pause);
        }

        throw new TimeoutException(otherwise);
    }
}
