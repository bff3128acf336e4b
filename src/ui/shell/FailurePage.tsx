// Answers: what does the page say when it cannot start?
export interface Failure {
  readonly problem: string;
  readonly remedy: string;
}

export function FailurePage({ problem, remedy }: Failure) {
  return (
    <main className="failure" role="alert">
      <h1>Entente could not open its data</h1>
      <p>{problem}</p>
      <p>{remedy}</p>
    </main>
  );
}
