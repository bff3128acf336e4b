// Answers: what does the page say when it cannot start?
export function FailurePage({ problem, remedy }: { readonly problem: string; readonly remedy: string }) {
  return (
    <main className="failure" role="alert">
      <h1>Entente could not open its data</h1>
      <p>{problem}</p>
      <p>{remedy}</p>
    </main>
  );
}
